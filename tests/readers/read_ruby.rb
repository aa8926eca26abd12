# Reads a feed with Ruby's RSS library, which validates RSS 2.0 and Atom while it parses.
require "json"
require "rss"

def moment(time)
  time&.getutc&.iso8601
end

def typed(construct)
  construct && { (construct.type == "html" ? "html" : "text") => construct.content }
end

feed = RSS::Parser.parse(File.read(ARGV.fetch(0), encoding: "UTF-8"), true)
if feed.is_a?(RSS::Rss)
  feed.items.each do |item|
    authors = item.author ? [item.author] : item.dc_creators.map(&:content)
    enclosure = item.enclosure
    puts JSON.generate(
      title: item.title, link: item.link, id: item.guid&.content, published: moment(item.pubDate), authors: authors,
      tags: item.categories.map(&:content), summary: item.description && { html: item.description },
      content: item.content_encoded && { html: item.content_encoded },
      enclosures: enclosure ? [[enclosure.url, enclosure.type, enclosure.length]] : []
    )
  end
else
  feed.entries.each do |entry|
    enclosures = entry.links.select { |link| link.rel == "enclosure" }
    puts JSON.generate(
      title: typed(entry.title), link: entry.links.find { |link| link.rel == "alternate" }&.href, id: entry.id&.content,
      published: moment(entry.published&.content), updated: moment(entry.updated&.content),
      authors: entry.authors.map { |author| author.name.content }, tags: entry.categories.map(&:term),
      summary: typed(entry.summary), content: typed(entry.content), language: entry.title&.lang || entry.lang,
      enclosures: enclosures.map { |link| [link.href, link.type, Integer(link.length)] }
    )
  end
end

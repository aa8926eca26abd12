# Writes what Jekyll makes of each title.
require "jekyll"
Jekyll.logger.log_level = :error
here = __dir__
titles = File.read("#{here}/../data/titles.tsv", encoding: "utf-8").split("\n")
titles = titles.reject { |line| line.empty? || line.start_with?("#") }.map { |line| line.split("\t", 2)[1] }
titles += File.read("#{here}/titles.txt", encoding: "utf-8").split("\n").reject(&:empty?)
modes = %w(raw default pretty ascii latin)
File.open("#{here}/ruby.tsv", "w", encoding: "utf-8") do |out|
  out.puts "# title\t#{modes.join("\t")}\tcased"
  titles.each do |title|
    slugs = modes.map { |mode| Jekyll::Utils.slugify(title, :mode => mode) }
    slugs << Jekyll::Utils.slugify(title, :mode => "pretty", :cased => true)
    out.puts([title, *slugs].map { |cell| cell.gsub("\t", "\\t") }.join("\t"))
  end
end

// sharp, written with care: libvips shrinks while it decodes, Pango sets the text, layers go without being encoded.
import sharp from 'sharp';
import { job, posts, save } from './work.mjs';

sharp.concurrency(1);
sharp.cache(false);
const gradient = (stops, end) => Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${job.width}" height="${job.height}"><linearGradient id="g" x2="${end}" y2="1">${stops}</linearGradient>`
  + `<rect width="${job.width}" height="${job.height}" fill="url(#g)"/></svg>`);
const raw = async (picture) => {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { input: data, raw: { width: info.width, height: info.height, channels: info.channels } };
};
const ground = await sharp(gradient('<stop stop-color="#1e293b"/><stop offset="1" stop-color="#0f766e"/>', 1)).png().toBuffer();
const dark = await raw(sharp(gradient('<stop stop-opacity=".05"/><stop offset="1" stop-opacity=".8"/>', 0)));
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const line = (text, font, fontfile, ink) => raw(sharp({
  text: { text: `<span foreground="${ink}">${escaped(text)}</span>`, font, fontfile, width: job.width - 128, wrap: 'word', rgba: true, dpi: 72 },
}));

for (const post of posts) {
  const title = await line(post.title, 'Inter Bold 64', job.bold, 'white');
  const site = await line(job.site, 'Inter 28', job.regular, '#ffffffe6');
  const below = job.height - 64 - site.raw.height;
  const words = [{ ...title, left: 64, top: below - 28 - title.raw.height }, { ...site, left: 64, top: below }];
  const base = sharp(post.cover ?? ground).resize(job.width, job.height, { fit: 'cover' });
  save(post, await base.composite([...(post.cover ? [{ ...dark, left: 0, top: 0 }] : []), ...words]).jpeg({ quality: job.quality }).toBuffer(), 'jpg');
}

// satori makes a drawing of the tree, resvg-js paints it: the way of most sites that draw cards in JavaScript.
import { Resvg } from '@resvg/resvg-js';
import satori from 'satori';
import { card, dataAddress, fonts, job, posts, save } from './work.mjs';

for (const post of posts) {
  const drawing = await satori(card(post.title, post.cover && dataAddress(post.cover)), { width: job.width, height: job.height, fonts });
  save(post, new Resvg(drawing, { font: { loadSystemFonts: false } }).render().asPng(), 'png');
}

// takumi's native renderer, whose cache is off: no picture is drawn twice.
import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { fromJsx } from '@takumi-rs/helpers/jsx';
import { card, fonts, job, posts, save } from './work.mjs';

const renderer = new Renderer({ cacheMaxBytes: 0 });
for (const font of fonts) await renderer.registerFont(font);
for (const post of posts) {
  const { node, css } = await fromJsx(card(post.title, post.cover && post.name));
  const images = post.cover ? [{ src: post.name, data: readFileSync(post.cover), cache: 'none' }] : [];
  save(post, await renderer.render(node, { width: job.width, height: job.height, format: 'jpeg', quality: job.quality, css, images }), 'jpg');
}

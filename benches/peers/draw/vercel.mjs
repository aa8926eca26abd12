// @vercel/og, as a route of a site would call it.
import { ImageResponse } from '@vercel/og';
import { card, dataAddress, fonts, job, posts, save } from './work.mjs';

for (const post of posts) {
  const response = new ImageResponse(card(post.title, post.cover && dataAddress(post.cover)), { width: job.width, height: job.height, fonts });
  save(post, Buffer.from(await response.arrayBuffer()), 'png');
}

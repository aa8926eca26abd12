// @vercel/og, as a route of a site would call it.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { card, dataAddress, fonts, job, posts, save } from './work.mjs';

// Its bundle asks for two names that modules do not have outside of a site's own bundler, and looks for HarfBuzz beside itself.
globalThis.require = createRequire(import.meta.url);
globalThis.__dirname = dirname(require.resolve('harfbuzzjs'));
const { ImageResponse } = await import('@vercel/og');

for (const post of posts) {
  const response = new ImageResponse(card(post.title, post.cover && dataAddress(post.cover)), { width: job.width, height: job.height, fonts });
  save(post, Buffer.from(await response.arrayBuffer()), 'png');
}

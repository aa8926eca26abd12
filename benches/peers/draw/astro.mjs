// astro-og-canvas, which has no gradient over a cover: it does a little less.
import { generateOpenGraphImage } from 'astro-og-canvas';
import { job, posts, save } from './work.mjs';

for (const post of posts) {
  const picture = await generateOpenGraphImage({
    title: post.title,
    description: job.site,
    cacheDir: false,
    ...(post.cover ? { bgImage: { path: post.cover, fit: 'cover' } } : { bgGradient: [[30, 41, 59], [15, 118, 110]] }),
    padding: 64,
    font: { title: { size: 64, families: ['Inter'], weight: 'Bold', lineHeight: 1.1 }, description: { size: 28, families: ['Inter'] } },
    fonts: [job.bold, job.regular],
    format: 'JPEG',
    quality: job.quality,
  });
  save(post, Buffer.from(await (picture.arrayBuffer?.() ?? picture)), 'jpg');
}

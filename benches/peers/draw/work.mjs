// What a drawing program of JavaScript is asked for, and the card as the tree that satori, @vercel/og and takumi take.
//
//     node PROGRAM.mjs JOB.json OUT PART PARTS
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , jobFile, out, part, parts] = process.argv;
export const job = JSON.parse(readFileSync(jobFile, 'utf8'));
export const posts = job.posts.filter((_, index) => index % Number(parts) === Number(part));
export const fonts = [
  { name: 'Inter', data: readFileSync(job.bold), weight: 700, style: 'normal' },
  { name: 'Inter', data: readFileSync(job.regular), weight: 400, style: 'normal' },
];
mkdirSync(out, { recursive: true });

export const save = (post, bytes, ending) => writeFileSync(join(out, `${post.name}.${ending}`), bytes);
export const dataAddress = (file) => `data:image/jpeg;base64,${readFileSync(file).toString('base64')}`;

const element = (style, children, type = 'div', more = {}) => ({ type, key: null, props: { style, ...(children === undefined ? {} : { children }), ...more } });
const everywhere = { position: 'absolute', top: 0, left: 0, width: job.width, height: job.height };

// `address` is what the cover's picture is called, or nothing.
export function card(title, address) {
  const cover = address === null ? [] : [
    element({ ...everywhere, objectFit: 'cover' }, undefined, 'img', { src: address, width: job.width, height: job.height }),
    element({ ...everywhere, backgroundImage: 'linear-gradient(to bottom, rgba(0,0,0,0.05), rgba(0,0,0,0.8))' }),
  ];
  const words = element({ display: 'flex', flexDirection: 'column', padding: 64, position: 'relative', color: 'white' }, [
    element({ display: 'block', fontSize: 64, fontWeight: 700, lineHeight: 1.1, maxWidth: job.width - 128 }, title),
    element({ display: 'flex', marginTop: 28, fontSize: 28, fontWeight: 400, opacity: 0.9 }, job.site),
  ]);
  const ground = { display: 'flex', flexDirection: 'column', justifyContent: 'flex-end', width: job.width, height: job.height, position: 'relative' };
  return element({ ...ground, background: 'linear-gradient(135deg, #1e293b, #0f766e)', fontFamily: 'Inter' }, [...cover, words]);
}

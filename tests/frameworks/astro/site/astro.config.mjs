// @ts-check
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  site: 'https://astro.example.org',
  base: '/diary',
  trailingSlash: 'always',
  image: { service: passthroughImageService() },
});

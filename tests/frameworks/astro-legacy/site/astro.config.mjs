import { defineConfig, passthroughImageService } from "astro/config";

const site = "https://astro-drei.example.org";

export default defineConfig({
  site,
  legacy: { collections: true },
  image: { service: passthroughImageService() },
});

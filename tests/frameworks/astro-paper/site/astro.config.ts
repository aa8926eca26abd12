import { defineConfig, passthroughImageService } from "astro/config";
import { SITE } from "./src/config";

export default defineConfig({
  site: SITE.website,
  trailingSlash: "never",
  build: { format: "file" },
  image: { service: passthroughImageService() },
});

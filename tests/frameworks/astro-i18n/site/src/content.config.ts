import { defineCollection, z } from "astro:content";
import { glob } from "astro/loaders";

const blogSchema = z.object({
  title: z.string(),
  date: z.coerce.date(),
  categories: z.array(z.string()).optional(),
  author: z.string().default("Equipo"),
  publish: z.boolean().optional(),
});

export const collections = {
  blog: defineCollection({ loader: glob({ pattern: ["**/*.md", "!**/notas/**"], base: "src/content/blog" }), schema: blogSchema }),
};

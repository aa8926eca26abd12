import { defineCollection, z } from "astro:content";

const post = defineCollection({
  type: "content",
  schema: z.object({
    title: z.string(),
    publishDate: z.string().or(z.date()).transform((day) => new Date(day)),
    tags: z.array(z.string()).default([]),
    image: z.string().optional(),
  }),
});

const news = defineCollection({ type: "content", schema: z.object({ title: z.string(), date: z.date() }) });

export const collections = { post, news };

import * as React from "react"

const BlogPostTemplate = ({ data: { markdownRemark: post } }) => <h1>{post.frontmatter.title}</h1>

export default BlogPostTemplate

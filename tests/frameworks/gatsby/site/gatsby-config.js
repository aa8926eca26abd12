/**
 * Configure your Gatsby site with this file.
 *
 * See: https://www.gatsbyjs.com/docs/reference/config-files/gatsby-config/
 */

/**
 * @type {import('gatsby').GatsbyConfig}
 */
module.exports = {
  siteMetadata: {
    title: `Chalk and slate`,
    author: {
      name: `Bea Flint`,
      summary: `who lives on a hill.`,
    },
    description: `Walls, mostly.`,
    siteUrl: `https://gatsby.example.org/`,
    social: {
      twitter: `nobody`,
    },
  },
  plugins: [
    {
      resolve: `gatsby-source-filesystem`,
      options: {
        path: `${__dirname}/content/blog`,
        name: `blog`,
      },
    },
    `gatsby-transformer-remark`,
  ],
}

export default {
  title: 'Course',
  url: 'http://localhost',
  baseUrl: '/docusaurus/',
  trailingSlash: true,
  onBrokenLinks: 'throw',
  // The one line that a site needs.
  scripts: [{ src: '/docusaurus/playground/embed.js', type: 'module' }],
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]],
};

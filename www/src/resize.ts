/**
 * For a page with playgrounds in iframes (`frame.html`): makes each iframe as high as it says. A message counts only if it
 * comes from the window of an iframe, and from the origin of that iframe's `src`, which points to `frame.html`. A classic
 * script, without names of its own.
 */
addEventListener('message', ({ data, origin, source }) => {
  if (data?.type !== 'pipeline-playground:height') return;
  const { height } = data;
  if (typeof height !== 'number' || !(height > 0 && height < 100_000)) return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow !== source || !URL.canParse(frame.src)) continue;
    const url = new URL(frame.src);
    if (url.origin === origin && url.pathname.endsWith('/frame.html'))
      frame.style.height = `${height}px`;
  }
});

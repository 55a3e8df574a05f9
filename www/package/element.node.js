/** In place of the element where pages are rendered on a server: it stays a tag there, with what stands inside it. */
// biome-ignore lint/complexity/noStaticOnlyClass: it stands for the class of an element
export class PipelinePlayground {
  static tag = 'pipeline-playground';
}

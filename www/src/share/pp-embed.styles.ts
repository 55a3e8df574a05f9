import { css } from 'lit';

export const styles = css`
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-m);
    margin: var(--_space-s) 0;
    padding: var(--_space-xs) var(--_space-s);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  legend {
    padding-inline: var(--_space-xs);
  }

  .check {
    gap: var(--_space-xs);
  }

  select {
    max-inline-size: 100%;
  }

  .text {
    margin-block: var(--_space-m);
  }

  textarea {
    display: block;
    inline-size: 100%;
    margin-block: var(--_space-xs);
    padding: var(--_space-s);
    border: 1px solid var(--_control);
    border-radius: calc(var(--_radius) * 0.75);
    background: var(--_ground);
    color: var(--_text);
    font: 400 var(--_type-s) / 1.5 var(--_mono);
    white-space: pre;
    resize: vertical;
  }

  .preview {
    padding: var(--_space-s);
    border: 1px dashed var(--_control);
    border-radius: var(--_radius);
    overflow: auto;
  }
`;

/** What the page loads: the one element that is the product. */
import './elements/pipeline-playground.ts';

/** What the page loads: the one element that is the product. */
import './shell/pipeline-playground.ts';

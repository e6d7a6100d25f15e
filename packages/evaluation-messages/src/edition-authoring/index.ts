// What the author of an edition reads. Whoever loads this adds it to the texts of the package: other pages do without.
import { addTexts } from '../known-texts.ts';
import { editionAuthoringTexts } from './authoring-texts.ts';

addTexts(editionAuthoringTexts);

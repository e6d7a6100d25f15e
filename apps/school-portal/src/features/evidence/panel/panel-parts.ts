// The entry of the evidence chunk.
export { EvidencePanel } from './evidence-panel.tsx';
export { forgetUploads, resumeUploads, unkeptFiles, unsentFiles, uploadsOf } from '../uploads-registry.ts';

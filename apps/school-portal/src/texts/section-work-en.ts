/** English texts of the division of work inside a school; the same keys as section-work-zh-cn.ts. */
export const sectionWorkEn = {
  own: {
    title: 'Your sections',
    until: 'inside the school by {{date}}',
    section: 'a section',
    finished: 'marked finished',
    toList: 'See who does what, and mark yours finished',
  },
  sectionWork: {
    open: 'Who does what',
    title: 'Who does what, and pre-check',
    intro:
      'The principal has given sections to colleagues. It is a reminder: you may look at and fill in the others as well.',
    introPrincipal:
      'You may give sections to colleagues, with a date inside the school. It is a reminder and locks nothing; whoever works alone needs none of this.',
    hold: 'Only the assigned person and the principal may change an assigned section (others may look)',
    held: 'The principal has decided that assigned sections are changed only by their person and the principal.',
    heldBy: '{{name}} does this section; the principal has decided that others may only look.',
    proposal: 'This is how the work was divided last time. Take it over if it fits:',
    proposed: '{{section}} ({{name}})',
    takeOver: 'As last time',
    mine: 'yours',
    gone: '{{name}} has no account here any more: nobody does this section',
    finished: 'marked finished ({{at}})',
    changedSince: 'changed since it was marked finished ({{at}})',
    faults: '{{count}} problems',
    faults_one: '{{count}} problem',
    who: 'Done by',
    whoOf: '{{section}}: done by',
    nobody: 'nobody in particular',
    date: 'Date inside the school',
    dateOf: '{{section}}: date inside the school',
    by: 'done by {{name}}',
    byWhen: 'done by {{name}}, by {{date}}',
    finish: 'I have finished this section',
    reopen: 'Not finished yet, take the mark back',
  },
  preCheck: {
    title: 'Pre-check',
    intro:
      'All checks before submitting, by section and by who does it. Only the school sees this; nothing is submitted.',
    run: 'Run the pre-check',
    clear: 'Everything passes. The report can be submitted.',
    blocking: '{{count}} things must be dealt with before submitting.',
    blocking_one: '{{count}} thing must be dealt with before submitting.',
    toHandIn: 'To the submission page',
  },
} as const;

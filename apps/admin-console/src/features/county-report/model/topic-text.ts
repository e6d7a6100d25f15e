import type { Edition } from '@junheng/evaluation-core';
import { indicatorRequirement, text as words, type Language } from '@junheng/evaluation-messages';
import { idOfTopic } from './county-entries.ts';

/** What a topic asks, in words: a group of items by its name, an indicator with its standards, a requirement as it stands. */
export function topicText(language: Language, edition: Edition, topic: string): string {
  const id = idOfTopic(topic);
  if (topic.startsWith('items:')) return words(language, `section.${id}`);
  const indicator = topic.startsWith('indicator:') ? edition.indicators.find((each) => each.id === id) : undefined;
  return indicator === undefined ? words(language, `requirement.${id}`) : indicatorRequirement(language, indicator);
}

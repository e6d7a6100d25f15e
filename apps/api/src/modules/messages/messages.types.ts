import type { OwnMessages, SentMessages } from '@junheng/api-contract';

export type MessageKind = SentMessages['messages'][number]['kind'];

export interface NewMessage {
  readonly countyId: string;
  readonly roundId: string | null;
  readonly kind: MessageKind;
  readonly text: string;
  readonly schoolIds: readonly string[];
}

/** A message as the bureau sees it. */
export type SentMessage = Omit<SentMessages['messages'][number], 'at'> & { readonly at: Date };

/** A message to one school, as one of its people sees it. */
export type OwnMessage = Omit<OwnMessages['messages'][number], 'at' | 'readAt'> & {
  readonly at: Date;
  readonly readAt: Date | null;
};

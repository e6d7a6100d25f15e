import type { OwnMessages, Round, SentMessages, Session } from '@junheng/api-contract';

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

/** A mail that is due, with what it says and to whom. */
export interface DueMail {
  readonly id: string;
  /** With this one. */
  readonly attempts: number;
  readonly email: string | null;
  readonly language: Session['language'];
  readonly kind: MessageKind;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  readonly countyName: string;
  readonly timeZone: string;
  readonly roundYear: number | null;
  readonly roundKind: Round['kind'] | null;
  /** Of the message's schools, those the reader works at today; none where they are locked. */
  readonly schools: readonly string[];
}

export interface MailSettlement {
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly problem: 'refused' | 'unreachable' | 'no-address' | 'no-role' | null;
  readonly detail: string | null;
  /** When it is tried again. */
  readonly nextAt: Date | null;
}

import { Module } from '@nestjs/common';
import { MessagesController } from './messages.controller.ts';
import { MessagesService } from './messages.service.ts';
import { MailDelivery } from './mail-delivery.service.ts';
import { MailsRepository } from './persistence/mails.repository.ts';
import { MessagesRepository } from './persistence/messages.repository.ts';

@Module({
  controllers: [MessagesController],
  providers: [MessagesService, MailDelivery, MessagesRepository, MailsRepository],
  exports: [MessagesService],
})
export class MessagesModule {}

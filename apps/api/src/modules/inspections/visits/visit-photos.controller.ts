import { Controller, Delete, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { addVisitPhotoQuerySchema, visitPhotoAnswerSchema, type VisitPhoto } from '@junheng/api-contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor } from '../../../platform/database/actor.ts';
import { DomainError } from '../../../platform/errors/domain-error.ts';
import { UploadRoom } from '../../../platform/files/upload-room.ts';
import { Answers } from '../../../platform/http/answers.ts';
import { CurrentActor, CurrentFullScope, CurrentScope, RequirePermission } from '../../access/access.decorators.ts';
import { Scope } from '../../access/access.scope.ts';
import { contentHeaders } from '../../evidence/evidence.rules.ts';
import { VisitPhotosService } from './visit-photos.service.ts';
import { visitErrors } from './visits.errors.ts';
import { presentPhoto } from './visits.presenter.ts';

const idParameter = { schema: z.uuid() };

/** Photos (照片) of a site visit. */
@Controller('inspections/:inspectionId/visits/:schoolId/photos/:photoId')
export class VisitPhotosController {
  constructor(
    private readonly photos: VisitPhotosService,
    private readonly room: UploadRoom,
  ) {}

  /** The picture in the multipart field `file`: one. */
  @Put()
  @RequirePermission('visits.record')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
  })
  @Answers(visitPhotoAnswerSchema)
  async add(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
    @Param('photoId', idParameter) photoId: string,
    @Query({ schema: addVisitPhotoQuerySchema }) query: z.infer<typeof addVisitPhotoQuerySchema>,
    @Req() request: FastifyRequest,
  ): Promise<VisitPhoto> {
    return this.room.run('whole', async () => {
      const { name, bytes } = await uploadedPhoto(request);
      const { takenAt, deviceTime, about = null } = query;
      const photo = { id: photoId, about, takenAt, deviceTime, name, bytes };
      return presentPhoto(await this.photos.add(scope, actor, { inspectionId, schoolId }, photo));
    });
  }

  @Get('content')
  @RequirePermission('inspections.read')
  @ApiProduces('application/octet-stream')
  @ApiResponse({ status: 200, schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentFullScope() scope: Scope,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
    @Param('photoId', idParameter) photoId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { photo, content } = await this.photos.content(scope, { inspectionId, schoolId }, photoId);
    void reply.headers(contentHeaders(photo, 'preview')).send(content);
  }

  @Delete()
  @RequirePermission('visits.record')
  @Answers()
  async remove(
    @CurrentScope() scope: Scope,
    @CurrentActor() actor: Actor,
    @Param('inspectionId', idParameter) inspectionId: string,
    @Param('schoolId', idParameter) schoolId: string,
    @Param('photoId', idParameter) photoId: string,
  ): Promise<void> {
    await this.photos.remove(scope, actor, { inspectionId, schoolId }, photoId);
  }
}

/** In memory while it is looked at: a tablet sends it compressed. */
async function uploadedPhoto(request: FastifyRequest): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  if (!request.isMultipart()) throw visitErrors.noPhoto();
  try {
    const file = await request.file();
    if (file?.fieldname !== 'file') throw visitErrors.noPhoto();
    return { name: file.filename, bytes: await file.toBuffer() };
  } catch (error) {
    // The limits have an HTTP status; what the parser finds broken is a plain Error.
    if (error instanceof Error && !('statusCode' in error) && !(error instanceof DomainError))
      throw visitErrors.noPhoto();
    throw error;
  }
}

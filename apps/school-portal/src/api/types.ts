// The shapes on the wire, from the OpenAPI document. Types only: nothing of this is in the bundle.
import type { components } from '@junheng/api-client';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type SignInRequest = Schemas['SignInRequest'];
export type OneTimeLink = Schemas['OneTimeLink'];
export type Round = Schemas['Round'];
export type DueSelfReports = Schemas['DueSelfReports'];
export type DueSelfReport = DueSelfReports['selfReports'][number];
export type ReportComments = Schemas['ReportComments'];
export type ReportComment = ReportComments['comments'][number];
export type OwnMessage = Schemas['OwnMessages']['messages'][number];
export type SectionWorkList = Schemas['SectionWorkList'];
export type SectionWork = SectionWorkList['sections'][number];
export type AssignSectionsRequest = Schemas['AssignSectionsRequest'];
export type SelfReport = Schemas['SelfReport'];
export type ReturnReason = SelfReport['returnReasons'][number];
export type SaveCellsRequest = Schemas['SaveCellsRequest'];
export type SavedCells = Schemas['SavedCells'];
export type Problem = Schemas['Problem'];
export type Evidence = Schemas['Evidence'];
export type EvidenceList = Schemas['EvidenceList'];
export type EvidenceTarget = Schemas['EvidenceTarget'];
export type EarlierEvidence = Schemas['EarlierEvidence'];
export type SchoolResults = Schemas['SchoolResults'];
export type SchoolResult = Schemas['SchoolResult'];
export type RectificationRow = Schemas['RectificationRow'];
export type Rectification = Schemas['Rectification'];
export type SchoolExplanation = Schemas['SchoolExplanation'];
export type ReportWorkbook = Schemas['ReportWorkbook'];
export type WorkbookFault = ReportWorkbook['faults'][number];
export type ApplyWorkbookRequest = Schemas['ApplyWorkbookRequest'];

import { z } from 'zod';
import { EnrolmentReply, EnrolmentRequest } from '../../src/shared/contracts/city/enrolment.ts';
import { EventBatch, EventBatchReply, FeedReply } from '../../src/shared/contracts/city/events.ts';
import { LeaseReply, LeaseRequest } from '../../src/shared/contracts/city/leases.ts';
import { OwnEventsReply } from '../../src/shared/contracts/city/own-events.ts';
import { PagesAnswer, PagesQuestion } from '../../src/shared/contracts/city/pages.ts';
import { ReferenceReply } from '../../src/shared/contracts/city/reference.ts';
import { CityRefusal } from '../../src/shared/contracts/city/refusal.ts';
import { HealthReply, SessionReply, SessionRequest } from '../../src/shared/contracts/city/session.ts';

const SCHEMAS = {
  EnrolmentRequest,
  EnrolmentReply,
  SessionRequest,
  SessionReply,
  HealthReply,
  ReferenceReply,
  LeaseRequest,
  LeaseReply,
  PagesQuestion,
  PagesAnswer,
  EventBatch,
  EventBatchReply,
  OwnEventsReply,
  FeedReply,
  CityRefusal,
} as const;
type SchemaName = keyof typeof SCHEMAS;

const json = (name: SchemaName) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const reply = (description: string, name?: SchemaName) => ({
  description,
  ...(name === undefined ? {} : json(name)),
});
const refused = { '4XX': reply('Refused; the code says why', 'CityRefusal') };
const query = (name: string, type: 'string' | 'integer', required: boolean) => ({
  name,
  in: 'query',
  required,
  schema: { type },
});
const header = (name: string, type: 'string' | 'integer') => ({
  name,
  in: 'header',
  required: true,
  schema: { type },
});
const path = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const tus = {
  'Upload-Offset': { schema: { type: 'integer' } },
  'Upload-Length': { schema: { type: 'integer' } },
};
const body = (name: SchemaName) => ({ requestBody: { required: true, ...json(name) } });
const open = { security: [] };
const tusResumable = header('Tus-Resumable', 'string');

/** The city contract as an OpenAPI 3.1 document, made of the very zod schemas that desk and city parse with. */
export function cityOpenApi() {
  const schemas = Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' });
      return [name, rest];
    }),
  );
  return {
    openapi: '3.1.1',
    info: {
      title: 'Quầy Một Cửa: desk and city',
      version: '1.0.0',
      description:
        'What a reception desk and the city system say to each other. Request bodies may be gzip, or dcz (RFC 9842) with the dictionary of the desk.',
    },
    security: [{ deskSession: [] }],
    paths: {
      '/v1/enrolments': {
        post: {
          ...open,
          summary: 'Enrol a desk with a one-time code',
          ...body('EnrolmentRequest'),
          responses: { 201: reply('The desk, its branch and the city key', 'EnrolmentReply'), ...refused },
        },
      },
      '/v1/sessions': {
        post: {
          ...open,
          summary: 'Open a session with an assertion signed by the desk key',
          ...body('SessionRequest'),
          responses: { 200: reply('A short-lived bearer token', 'SessionReply'), ...refused },
        },
      },
      '/v1/health': {
        get: {
          ...open,
          summary: 'Prove that it is the city that answers',
          parameters: [query('nonce', 'string', true)],
          responses: { 200: reply('The nonce, signed', 'HealthReply'), ...refused },
        },
      },
      '/v1/reference': {
        get: {
          summary: 'Procedures, calendar, officers of the branch',
          parameters: [query('since', 'integer', false)],
          responses: { 200: reply('Unchanged, or everything signed', 'ReferenceReply'), ...refused },
        },
      },
      '/v1/leases': {
        post: {
          summary: 'Borrow number blocks',
          ...body('LeaseRequest'),
          responses: { 200: reply('The blocks, signed', 'LeaseReply'), ...refused },
        },
      },
      '/v1/pages': {
        post: {
          summary: 'Begin a page (tus 1.0 creation); its name is the SHA-256 in Upload-Metadata',
          parameters: [tusResumable, header('Upload-Length', 'integer'), header('Upload-Metadata', 'string')],
          responses: { 201: reply('Begun'), 409: reply('Known: ask HEAD how much is there'), ...refused },
        },
      },
      '/v1/pages/{sha256}': {
        parameters: [path('sha256'), tusResumable],
        head: {
          summary: 'How much of a page is there',
          responses: { 200: { description: 'Offset and length', headers: tus }, 404: reply('Unknown') },
        },
        patch: {
          summary: 'Go on with a page from its offset',
          parameters: [header('Upload-Offset', 'integer')],
          requestBody: { required: true, content: { 'application/offset+octet-stream': {} } },
          responses: {
            204: { description: 'Taken', headers: tus },
            409: reply('Another offset is expected'),
            460: reply('All bytes came, but their hash is not the name: thrown away, begin again'),
          },
        },
      },
      '/v1/desks/{desk}/pages-wanted': {
        post: {
          summary: 'Which pages of these dossiers are lacking, and how much of each is there',
          parameters: [path('desk')],
          ...body('PagesQuestion'),
          responses: { 200: reply('What is lacking', 'PagesAnswer'), ...refused },
        },
      },
      '/v1/openapi.json': {
        get: { ...open, summary: 'This document', responses: { 200: { description: 'OpenAPI 3.1' } } },
      },
      '/v1/desks/{desk}/events': {
        post: {
          summary: 'Hand over events in order; a verdict for each',
          parameters: [path('desk')],
          ...body('EventBatch'),
          responses: { 200: reply('Signed verdicts, or a gap', 'EventBatchReply'), ...refused },
        },
        get: {
          summary: 'What the city took of this desk, for one that was put back from a copy',
          parameters: [path('desk'), query('after', 'integer', false), query('nonce', 'string', true)],
          responses: { 200: reply('Events as they came, and the signed head', 'OwnEventsReply'), ...refused },
        },
      },
      '/v1/desks/{desk}/feed': {
        get: {
          summary: 'What the city has to say, by long poll',
          parameters: [
            path('desk'),
            query('after', 'integer', false),
            query('word', 'string', false),
            query('waitMs', 'integer', false),
          ],
          responses: { 200: reply('Signed city events', 'FeedReply'), ...refused },
        },
      },
    },
    components: {
      securitySchemes: { deskSession: { type: 'http', scheme: 'bearer' } },
      schemas,
    },
  };
}

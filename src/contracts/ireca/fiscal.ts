/** Receipts of an order, and errors of the bank terminal and of the fiscal recorder. */
import * as z from 'zod/mini';
import { recordList } from '#src/contracts/records.ts';
import { gmt, id, isNothing, kopecks, lenient, text } from '#src/contracts/wire.ts';

/** Of `GET /orderReceipts` and `GET /orderReturnReceipts`. Numbers of fiscal documents are text: they may begin with 0. */
const receiptSchema = z.object({
  orderId: lenient(id),
  serialNumber: text,
  shiftNumber: text,
  /** Number of the fiscal drive (ФН). */
  fn: text,
  /** Number of the fiscal document in the drive (ФД). */
  fdNumber: text,
  receiptNumber: text,
  /** Fiscal sign (ФП, ФПД). */
  fiscalSign: text,
  dateTimeReceipt: lenient(gmt),
});
export type Receipt = z.output<typeof receiptSchema>;

/** The attributes describe one object; a list of them is read too (assumption). */
export const receiptListSchema = z.pipe(
  z.transform((body: unknown): unknown => (Array.isArray(body) ? body : isNothing(body) ? [] : [body])),
  recordList(receiptSchema, (row) => row.fdNumber),
);

/** A receipt by which a courier corrected what was printed before; it belongs to no order. */
const correctionSchema = z.object({
  correctionReceiptId: id,
  courierId: lenient(id),
  serialNumber: text,
  amount: lenient(kopecks),
  commandExecutedAt: lenient(gmt),
});
export type Correction = z.output<typeof correctionSchema>;

/** One page of `GET /correctionReceipts`. */
export const correctionListSchema = recordList(correctionSchema, (row) => row.correctionReceiptId);

/** An error of the bank terminal. */
export const terminalErrorSchema = z.object({
  terminalLogId: id,
  courierId: lenient(id),
  orderId: lenient(id),
  errorCode: text,
  errorText: text,
  /** As the terminal masks it. */
  cardNumber: text,
  paymentSystem: text,
  serialNumber: text,
  amount: lenient(kopecks),
  transactionCreatedAt: lenient(gmt),
});
export type TerminalError = z.output<typeof terminalErrorSchema>;

/** One page of `GET /bankTerminalLogs`. */
export const terminalErrorListSchema = recordList(terminalErrorSchema, (row) => row.terminalLogId);

/** An error of the fiscal recorder. */
export const recorderErrorSchema = z.object({
  frId: id,
  courierId: lenient(id),
  orderId: lenient(id),
  errorCode: text,
  errorText: text,
  serialNumber: text,
  amount: lenient(kopecks),
  commandExecutedAt: lenient(gmt),
});
export type RecorderError = z.output<typeof recorderErrorSchema>;

/** One page of `GET /fiscalRegistratorLogs`. */
export const recorderErrorListSchema = recordList(recorderErrorSchema, (row) => row.frId);

import type { DisputeData } from '../../../shared/ledgers/dispute.ts'
import type { FormActions } from '../ledger/OpenRecord.tsx'

/** The case in the form, as it is typed now. */
export const dataOf = (actions: FormActions): DisputeData => actions.form.data as unknown as DisputeData

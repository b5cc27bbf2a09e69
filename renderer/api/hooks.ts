import { type UseMutationResult, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobStarted } from '../../shared/contract/call.ts'
import type { JobView } from '../../shared/contract/office.ts'
import type { CallName, Contract, Input, Outcome, Output } from '../../shared/contract.ts'
import { AppError } from '../../shared/errors.ts'
import { asAppError, call, onEvent } from './call.ts'

export type ReadName = { [N in CallName]: Contract[N]['kind'] extends 'read' ? N : never }[CallName]
export type WriteName = { [N in CallName]: Contract[N]['kind'] extends 'write' ? N : never }[CallName]
export type JobName = { [N in CallName]: Contract[N]['kind'] extends 'job' ? N : never }[CallName]

interface CallOptions {
  /** False: the call waits until something else is known. */
  readonly enabled?: boolean
}

/** A read of the core, kept fresh: the core's `changed` events make it ask again. */
export function useCall<N extends ReadName>(
  name: N,
  input: Input<N>,
  options: CallOptions = {},
): UseQueryResult<Output<N>, AppError> {
  return useQuery<Output<N>, AppError>({
    queryKey: [name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
  })
}

/** A write of the core, with its state for the button that starts it. */
export function useAct<N extends WriteName>(name: N): UseMutationResult<Output<N>, AppError, Input<N>> {
  return useMutation<Output<N>, AppError, Input<N>>({ mutationFn: (input) => call(name, input) })
}

export interface JobHandle<N extends JobName> {
  readonly start: (input: Input<N>) => Promise<void>
  readonly cancel: () => Promise<void>
  /** Forgets a finished job, so that the page can offer the next one. */
  readonly reset: () => void
  readonly job: JobView | null
  readonly running: boolean
  readonly outcome: Outcome<N> | null
  readonly error: AppError | null
}

/** A page opened again finds the job it left running. */
function useRejoin(name: JobName, idle: () => boolean, follow: (jobId: string) => Promise<void>): void {
  useEffect(() => {
    let gone = false
    const rejoin = async () => {
      const jobs = await call('job.list', {})
      const left = jobs.find((j) => j.call === name && j.state === 'running')
      if (!gone && left !== undefined && idle()) await follow(left.id)
    }
    // Before sign-in there is nothing to come back to.
    rejoin().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [name, idle, follow])
}

/** Starts a job and follows it by the core's events; the job itself outlives the page. */
export function useJob<N extends JobName>(name: N): JobHandle<N> {
  const [job, setJob] = useState<JobView | null>(null)
  const [refused, setRefused] = useState<AppError | null>(null)
  const id = useRef<string | null>(null)
  useEffect(() => onEvent((event) => event.type === 'job' && event.job.id === id.current && setJob(event.job)), [])
  const follow = useCallback(async (jobId: string) => {
    id.current = jobId
    // Events may have passed before the id was known.
    const now = await call('job.get', { jobId })
    setJob((seen) => (seen !== null && seen.id === now.id && seen.state !== 'running' ? seen : now))
  }, [])
  const idle = useCallback(() => id.current === null, [])
  useRejoin(name, idle, follow)
  const reset = useCallback(() => {
    id.current = null
    setJob(null)
    setRefused(null)
  }, [])
  const start = useCallback(
    async (input: Input<N>) => {
      reset()
      try {
        const { jobId } = (await call(name, input)) as JobStarted
        await follow(jobId)
      } catch (error) {
        setRefused(asAppError(error))
      }
    },
    [name, reset, follow],
  )
  const cancel = useCallback(async () => {
    if (id.current !== null) await call('job.cancel', { jobId: id.current })
  }, [])
  return { start, cancel, reset, job, ...ended<N>(job, refused) }
}

/** How a job stands: its outcome once done, its error once failed. */
function ended<N extends JobName>(job: JobView | null, refused: AppError | null) {
  const failed = job?.error ? new AppError(job.error.code, job.error.details) : null
  const outcome = job?.state === 'done' ? (job.outcome as Outcome<N>) : null
  return { running: job?.state === 'running', outcome, error: refused ?? failed }
}

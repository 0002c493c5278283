import { describe, expect, it } from 'vitest'
import { Problem, answersOf, officeAnswering, sessionOf, unreachable } from '../support/office.ts'
import { releasedRound, roundId } from '../support/released-round.ts'

const released = releasedRound([{ unit: 'bekken', name: 'Bekken', groups: [{ n: 6, below: [1, 2, 3] }] }])

describe('what leaders and owners read from the server', () => {
  it('hands back the documents as they are', async () => {
    const { office } = officeAnswering(answersOf(released))
    expect(await office.round(roundId)).toEqual({ ok: true, value: released.round })
    expect(await office.municipalityResult(roundId)).toEqual({ ok: true, value: released.release })
    expect(await office.unitResult(roundId, 'bekken')).toEqual({ ok: true, value: released.resultOf('bekken') })
  })

  it('sends the secret of a link once, in the body and not in the address', async () => {
    const session = sessionOf(released, 'leader')
    const { office, requests } = officeAnswering({ 'POST /session/link': session })
    expect(await office.signIn('s3cret')).toEqual({ ok: true, value: session })
    expect(requests).toEqual([{ method: 'POST', path: '/session/link', body: { secret: 's3cret' } }])
  })

  it.each([
    ['sign-in-needed', 401],
    ['forbidden', 403],
    ['not-released', 404],
    ['not-found', 404],
    ['too-many-requests', 429],
  ] as const)('names the refusal %s', async (kind, status) => {
    const { office } = officeAnswering({ '/rounds': new Problem(kind, status) })
    expect(await office.rounds()).toEqual({ ok: false, error: { kind } })
  })

  it('calls a failing server unreachable, and an answer that is no document of ours malformed', async () => {
    const { office } = officeAnswering({ '/rounds': new Problem('internal', 500), '/session': { role: 'king' } })
    expect(await office.rounds()).toEqual({ ok: false, error: { kind: 'unreachable' } })
    expect(await office.session()).toEqual({ ok: false, error: { kind: 'malformed' } })
    expect(await unreachable.session()).toEqual({ ok: false, error: { kind: 'unreachable' } })
  })

  it('refuses a figure that is neither shown nor hidden', async () => {
    const result = { ...released.resultOf('bekken'), total: { n: 6, dimensions: [{ id: '1', of: 6 }] } }
    const { office } = officeAnswering({ [`/rounds/${roundId}/results/bekken`]: result })
    expect(await office.unitResult(roundId, 'bekken')).toEqual({ ok: false, error: { kind: 'malformed' } })
  })
})

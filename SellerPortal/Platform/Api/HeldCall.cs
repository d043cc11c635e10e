using SellerPortal.Domain.Access;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Platform.Api;

/// <summary>A call that this node runs: the store is told so until it ends.</summary>
internal sealed class HeldCall : IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly Task<IdempotencyHold> _renewals;

    public HeldCall(IIdempotencyStore store, IdempotencyHold hold, TimeProvider clock, ILogger log) => _renewals = RenewAsync(store, hold, clock, log);

    /// <summary>Ends the renewals.</summary>
    /// <returns>The hold as it stands.</returns>
    public async Task<IdempotencyHold> EndAsync()
    {
        await _ended.CancelAsync();
        return await _renewals;
    }

    public void Dispose() => _ended.Dispose();

    private async Task<IdempotencyHold> RenewAsync(IIdempotencyStore store, IdempotencyHold hold, TimeProvider clock, ILogger log)
    {
        while (true)
        {
            await Task.Delay(IdempotentCall.RenewedEvery, clock, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_ended.IsCancellationRequested) return hold;
            try
            {
                // Who has lost the call lets it run to its end: what it makes has an id of the key, and its answer is not kept.
                if (await store.RenewAsync(hold) is not { } renewed) return hold;
                hold = renewed;
            }
            catch (Exception fault) when (fault.IsOfDatabase())
            {
                log.LogWarning(fault, "A running call of the API could not be renewed; it is tried again.");
            }
        }
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Features.ApiKeys;
using SellerPortal.Platform.Api;
using SellerPortal.Tests.Support;

namespace SellerPortal.Tests.Api;

/// <summary>A caller that hangs up at the worst moment: its call has begun, and nothing of it is done yet.</summary>
internal sealed class HangUp : IStartupFilter
{
    /// <summary>Calls with this header hang up.</summary>
    public const string Header = "X-Hang-Up";

    private CancellationTokenSource? line;

    /// <summary>How many have hung up.</summary>
    public int Count { get; private set; }

    /// <summary>The portal with such callers.</summary>
    public TestHost Host(string? postgres) => new()
    {
        Postgres = postgres,
        Replace = services => services
            .AddSingleton<IStartupFilter>(this)
            .AddSingleton<IIdempotencyStore>(provider => new CuttingStore(provider.GetRequiredService<AnswerStore>(), this)),
    };

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, go) =>
        {
            using var source = new CancellationTokenSource();
            if (context.Request.Headers.ContainsKey(Header))
            {
                context.RequestAborted = source.Token;
                line = source;
            }

            await go(context);
        });
        next(app);
    };

    private void Cut()
    {
        if (Interlocked.Exchange(ref line, null) is not { } open) return;
        open.Cancel();
        Count++;
    }

    private sealed class CuttingStore(IIdempotencyStore store, HangUp caller) : IIdempotencyStore
    {
        public async Task<IdempotencyState> BeginAsync(Guid owner, string key, byte[] content, CancellationToken token)
        {
            var state = await store.BeginAsync(owner, key, content, token);
            caller.Cut();
            return state;
        }

        public Task<IdempotencyHold?> RenewAsync(IdempotencyHold hold) => store.RenewAsync(hold);

        public Task<StoredAnswer> KeepAsync(IdempotencyHold hold, StoredAnswer answer) => store.KeepAsync(hold, answer);

        public Task ReleaseAsync(IdempotencyHold hold) => store.ReleaseAsync(hold);

        public Task ForgetAsync(IdempotencyHold hold) => store.ForgetAsync(hold);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Webhooks;
using SellerPortal.Features.Webhooks.Deliveries;
using SellerPortal.Features.Webhooks.Endpoints;
using SellerPortal.Platform;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Webhooks.Pages;

/// <summary>One endpoint: what was sent to it and how it went, its dead letters, and what an owner may do about them.</summary>
public sealed partial class WebhookPage
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    [Parameter]
    public Guid Id { get; set; }

    [Inject]
    private ListDeliveries List { get; set; } = null!;

    [Inject]
    private ReplayDeliveries Replay { get; set; } = null!;

    [Inject]
    private ChangeWebhook Change { get; set; } = null!;

    [Inject]
    private TestWebhook Test { get; set; } = null!;

    [Inject]
    private ILogger<WebhookPage> Log { get; set; } = null!;

    private bool Busy { get; set; }

    private string? Said { get; set; }

    private bool SaidIsFault { get; set; }

    /// <summary>The secret just made, until the owner has copied it.</summary>
    private string? Secret { get; set; }

    private IEnumerable<(WebhookDeliveryState? State, int Count)> Tabs =>
    [
        (null, 0), (WebhookDeliveryState.Pending, Page!.Log!.Endpoint.Waiting), (WebhookDeliveryState.Delivered, 0), (WebhookDeliveryState.Dead, Page.Log.Endpoint.Dead),
    ];

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Page is { Log: null }) Navigation.NotFound();
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender) _ = LookAgain.EveryAsync(LookEvery, Clock, () => InvokeAsync(RefreshAsync), Leaving);
    }

    /// <inheritdoc/>
    protected override DeliveryFilter Parse(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var state = values.GetValueOrDefault("state").ToString();
        return new DeliveryFilter(
            Enum.GetValues<WebhookDeliveryState>().Cast<WebhookDeliveryState?>().FirstOrDefault(one => one.ToString()!.Equals(state, StringComparison.OrdinalIgnoreCase)),
            long.TryParse(values.GetValueOrDefault("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before : null);
    }

    /// <inheritdoc/>
    protected override async Task<Answer> ReadAsync(Actor actor, DeliveryFilter filter, CancellationToken token) =>
        new(await List.ExecuteAsync(actor, Id, filter, token), actor.IsOwner);

    private string UrlOf(DeliveryFilter filter)
    {
        var query = new List<KeyValuePair<string, string?>>();
        if (filter.State is { } state) query.Add(new("state", state.ToString().ToLowerInvariant()));
        if (filter.Before is { } before) query.Add(new("before", before.ToString(CultureInfo.InvariantCulture)));
        return PortalUrls.Webhook(Id) + QueryString.Create(query);
    }

    /// <summary>While something waits, the page looks how it goes.</summary>
    private async Task RefreshAsync()
    {
        if (Busy || Page?.Log is not { Endpoint.Waiting: > 0 }) return;
        await LoadAsync();
        StateHasChanged();
    }

    private Task TestAsync() => DoAsync(async actor =>
    {
        if (await Test.ExecuteAsync(actor, Id, CancellationToken.None) is not { } attempt) return (Texts["GoneMeanwhile"], true);
        var said = Texts["Tested", WebhookWords.Outcome(Texts, attempt.Status, attempt.Trouble, attempt.DurationMs)!].Value;
        return (attempt.Answer is null ? said : $"{said} — {attempt.Answer}", !attempt.IsSuccess);
    });

    private Task SwitchAsync(bool on) => DoAsync(async actor => Say(await Change.SwitchAsync(actor, Id, on, CancellationToken.None), on ? "SwitchedOn" : "SwitchedOff"));

    private Task RotateAsync() => DoAsync(async actor =>
    {
        var result = await Change.RotateAsync(actor, Id, Page!.Log!.Endpoint.Version, CancellationToken.None);
        Secret = (result as WebhookResult.Done)?.Secret;
        return Say(result, done: null);
    });

    private Task DeleteAsync() => DoAsync(async actor =>
    {
        var result = await Change.DeleteAsync(actor, Id, CancellationToken.None);
        if (result is WebhookResult.Done) Navigation.NavigateTo(PortalUrls.Webhooks);
        return Say(result, done: null);
    });

    private Task ReplayAsync(long delivery) => DoAsync(async actor => Say(await Replay.ExecuteAsync(actor, Id, delivery, CancellationToken.None), "Replayed"));

    private Task ReplayAllAsync() => DoAsync(async actor =>
    {
        var (result, count) = await Replay.AllAsync(actor, Id, CancellationToken.None);
        return result is WebhookResult.Done ? (Texts["ReplayedAll", IndianFormat.Number(count)], false) : Say(result, done: null);
    });

    private (string? Said, bool IsFault) Say(WebhookResult result, string? done) =>
        result is WebhookResult.Done ? (done is null ? null : Texts[done].Value, false) : (WebhookWords.Refusal(Texts, result), true);

    private async Task DoAsync(Func<Actor, Task<(string? Said, bool IsFault)>> step)
    {
        if (Busy) return;
        (Busy, Said, Secret) = (true, null, null);
        try
        {
            (Said, SaidIsFault) = await step(await ActorAsync());
            await LoadAsync();
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "An endpoint could not be changed.");
            (Said, SaidIsFault) = (Texts["SaveFailed"], true);
        }
        finally
        {
            Busy = false;
        }
    }

    /// <summary>What was read for the page.</summary>
    /// <param name="Log">The endpoint and its log; null when the seller has none of that id.</param>
    /// <param name="MayChange">True for an owner.</param>
    public sealed record Answer(DeliveryPage? Log, bool MayChange);
}

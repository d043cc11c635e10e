using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Domain.Values;
using SellerPortal.Platform;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Cancellations;

/// <summary>Shows what would be cancelled and paid back, and cancels it at one press.</summary>
public sealed partial class CancelPage : IDisposable
{
    private readonly CancellationTokenSource leaving = new();
    private Actor actor = null!;

    /// <summary>Ids of shipments, separated by commas.</summary>
    [SupplyParameterFromQuery(Name = "shipments")]
    public string? Shipments { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadCandidates Read { get; set; } = null!;

    [Inject]
    private CancelShipments Cancel { get; set; } = null!;

    [Inject]
    private ILogger<CancelPage> Log { get; set; } = null!;

    private IReadOnlyList<Candidate>? Candidates { get; set; }

    private IReadOnlyList<Candidate> Possible => [.. Candidates!.Where(candidate => candidate.WhyNot(ShipmentAct.Cancel) is null)];

    private bool Failed { get; set; }

    private bool Busy { get; set; }

    private bool Ended { get; set; }

    private string? Notice { get; set; }

    private bool NoticeIsFault { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        leaving.Cancel();
        leaving.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        actor = (await Authentication).User.ToActor();
        if (Candidates is null) await LoadAsync();
    }

    private Money RefundOf(Candidate candidate) => Cancel.RefundOf(candidate.Total, candidate.Scanned);

    private IReadOnlyList<ShipmentId> Ids() =>
    [
        .. (Shipments ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .Distinct()
            .Take(CancelShipments.Most)
            .Select(id => new ShipmentId(id)),
    ];

    private async Task LoadAsync()
    {
        Failed = false;
        try
        {
            Candidates = await Read.ExecuteAsync(actor, Ids(), leaving.Token);
        }
        catch (DbException fault)
        {
            Log.LogError(fault, "The shipments to cancel could not be read.");
            Failed = true;
        }
        catch (OperationCanceledException) when (leaving.IsCancellationRequested)
        {
            // The seller left before the answer came.
        }
    }

    private async Task CancelAsync()
    {
        if (Busy) return;
        (Busy, Notice) = (true, null);
        try
        {
            // What was begun is finished though the seller leaves: half of a list would be a riddle.
            var results = await Cancel.ExecuteAsync(actor, [.. Possible.Select(candidate => candidate.Id)], CancellationToken.None);
            Tell(results);
            await LoadAsync();
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            Log.LogError(fault, "Shipments could not be cancelled.");
            (Notice, NoticeIsFault) = (Texts["CancelFailed"], true);
            await LoadAsync();
        }
        finally
        {
            Busy = false;
        }
    }

    private void Tell(IReadOnlyList<CancelResult> results)
    {
        var done = results.OfType<CancelResult.Cancelled>().ToList();
        var refund = IndianFormat.MoneyExact(new Money(done.Sum(cancelled => cancelled.Refund.Paise)));
        (Ended, NoticeIsFault) = (true, done.Count < results.Count);
        Notice = NoticeIsFault
            ? Texts["CancelledSome", done.Count, results.Count, refund]
            : done.Count == 1 ? Texts["CancelledOne", refund] : Texts["CancelledMany", done.Count, refund];
    }
}

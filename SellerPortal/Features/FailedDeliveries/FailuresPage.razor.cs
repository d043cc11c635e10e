using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Resources;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>The work list of parcels that were not delivered, are held, or are not seen any more.</summary>
public sealed partial class FailuresPage
{
    private static readonly IReadOnlyList<NonDeliveryReason> All = [.. Enum.GetValues<NonDeliveryReason>().Where(reason => reason != NonDeliveryReason.Recalled)];

    [Inject]
    private ReadFailures Read { get; set; } = null!;

    private static IEnumerable<NonDeliveryReason> Reasons => All.OrderBy(PostWords.Reason, StringComparer.CurrentCulture);

    private string ReasonName => Filter.Reason?.ToString() ?? "";

    /// <inheritdoc/>
    protected override FailuresFilter Parse(string query) => FailuresFilter.Parse(query);

    /// <inheritdoc/>
    protected override Task<FailuresShown> ReadAsync(Actor actor, FailuresFilter filter, CancellationToken token) => Read.ListAsync(actor, filter, token);

    private string TabTitle(FailureTab tab) => tab == FailureTab.Silent && Page is not null ? Texts["TabSilentFor", Page.SilentDays] : Texts[$"Tab{tab}"];

    private void ChooseReason(string? name) =>
        Show((Filter with { Reason = Enum.TryParse<NonDeliveryReason>(name, out var reason) ? reason : null, Page = 1 }).ToUrl());

    private void ChooseUnanswered(bool only) => Show((Filter with { Unanswered = only, Page = 1 }).ToUrl());
}

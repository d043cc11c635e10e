using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerPortal.Components.Lists;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>Which parcels the work list shows. It travels in the query string.</summary>
public sealed record FailuresFilter
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 25;

    public FailureTab Tab { get; init; }

    /// <summary>Only those whose latest attempt failed for this reason; for the tab of attempts alone.</summary>
    public NonDeliveryReason? Reason { get; init; }

    /// <summary>Only those without an open instruction.</summary>
    public bool Unanswered { get; init; }

    public int Page { get; init; } = 1;

    /// <summary>True when the tab shows all it has.</summary>
    public bool IsWholeTab => Reason is null && !Unanswered;

    /// <summary>Reads a query string; what it does not understand it leaves out.</summary>
    public static FailuresFilter Parse(string? query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var tab = Named<FailureTab>("tab") ?? FailureTab.Failed;
        return new FailuresFilter
        {
            Tab = tab,
            Reason = tab == FailureTab.Failed ? Named<NonDeliveryReason>("reason") : null,
            Unanswered = Value("unanswered") == "1",
            Page = PageNumber.Of(Value("page")),
        };

        string? Value(string name) => values.TryGetValue(name, out var all) ? all[^1] : null;

        T? Named<T>(string name)
            where T : struct, Enum =>
            Value(name) is { Length: > 0 } text && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
    }

    /// <summary>The address of the list with this filter.</summary>
    public string ToUrl() => PortalUrls.FailedDeliveries + QueryString.Create(new (string Name, string? Value)[]
    {
        ("tab", Tab == FailureTab.Failed ? null : Tab.ToString()),
        ("reason", Reason?.ToString()),
        ("unanswered", Unanswered ? "1" : null),
        ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    }.Where(value => value.Value is not null).Select(value => KeyValuePair.Create(value.Name, value.Value))).Value;
}

/// <summary>Why somebody should look at a parcel.</summary>
public enum FailureTab
{
    /// <summary>The latest attempt to deliver failed.</summary>
    Failed,

    /// <summary>An office holds it.</summary>
    Held,

    /// <summary>It was not scanned for some days.</summary>
    Silent,
}

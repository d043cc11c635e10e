using SellerPortal.Platform.Api;
using SellerPortal.Platform.Errors;

namespace SellerPortal.Features.Manifests;

/// <summary>Which manifests a list shows.</summary>
/// <param name="State">Open or Closed.</param>
/// <param name="From">The first Indian calendar day, yyyy-MM-dd.</param>
/// <param name="To">The last day.</param>
internal sealed record ManifestListQuery(string? State, string? From, string? To)
{
    /// <summary>The filter; what cannot be read is a fault.</summary>
    public ManifestFilter ToFilter(List<Problems.FieldFault> faults) => new()
    {
        State = ApiChoice.Read<ManifestState>(State, "state", "There is no such state.", faults),
        From = ApiDay.Read(From, "from", faults),
        To = ApiDay.Read(To, "to", faults),
    };
}

/// <summary>Whether a manifest takes parcels.</summary>
public enum ManifestState
{
    /// <summary>Parcels can be added and taken off.</summary>
    Open,

    /// <summary>Its lines are written down and never change.</summary>
    Closed,
}

/// <summary>Which manifests are wanted; what is null is not asked for.</summary>
public sealed record ManifestFilter
{
    /// <summary>All of them.</summary>
    public static ManifestFilter All { get; } = new();

    public ManifestState? State { get; init; }

    /// <summary>The first Indian calendar day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last Indian calendar day.</summary>
    public DateOnly? To { get; init; }
}

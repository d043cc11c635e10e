using Microsoft.AspNetCore.Components;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Shipments;
using SellerPortal.Platform;
using SellerPortal.Resources;

namespace SellerPortal.Features.Returns;

/// <summary>Parcels that come back: not delivered, called back, or sent back by the consignee. A parcel's page has its whole course.</summary>
public sealed partial class ReturnsPage
{
    [Inject]
    private ReadReturns Read { get; set; } = null!;

    /// <inheritdoc/>
    protected override ReturnsFilter Parse(string query) => ReturnsFilter.Parse(query);

    /// <inheritdoc/>
    protected override Task<ReturnsShown> ReadAsync(Actor actor, ReturnsFilter filter, CancellationToken token) => Read.ExecuteAsync(actor, filter, token);

    private static string Scan(ReturnRow row) => row.LastScanCode is { } code ? PostWords.Scan(code, row.LastScan) : "";

    private string Where(ReturnRow row) => row.LastScanAt is { } at
        ? string.Join(", ", new[] { row.LastScanOffice, IndianFormat.Moment(at, Page!.At) }.Where(part => !string.IsNullOrEmpty(part)))
        : Texts["NoScan"];

    private string Why(ReturnRow row)
    {
        if (row.RecalledAt is { } recalled) return Texts["Recalled", IndianFormat.Date(recalled)];
        return row.Reason is { } reason ? PostWords.Reason(reason) : Texts["NoReason"];
    }

    private string End(ReturnRow row) => row switch
    {
        { Status: ShipmentStatus.Returned or ShipmentStatus.Delivered } => Texts["BackSince", IndianFormat.DateAndTime(row.StatusAt)],
        { ExpectedBack: var (from, to) } => Texts["ExpectedBack", IndianFormat.DateRange(from, to)],
        { TurnedBackAt: null, RecalledAt: not null } => Texts["TurnsAtNextScan"],
        _ => Texts["EndUnknown"],
    };
}

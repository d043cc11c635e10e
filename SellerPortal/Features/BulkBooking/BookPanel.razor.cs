using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SellerPortal.Domain.BulkBooking;
using SellerPortal.Platform;

namespace SellerPortal.Features.BulkBooking;

/// <summary>What a checked sheet holds and costs, and the button that books it.</summary>
public sealed partial class BookPanel
{
    [Parameter, EditorRequired]
    public required BulkJobView View { get; set; }

    [Parameter]
    public bool MayWrite { get; set; }

    [Parameter]
    public bool Busy { get; set; }

    /// <summary>True when the same file was booked before and the seller has pressed once.</summary>
    [Parameter]
    public bool Sure { get; set; }

    [Parameter]
    public EventCallback<MouseEventArgs> Book { get; set; }

    [Parameter]
    public EventCallback CheckAgain { get; set; }

    [Parameter]
    public EventCallback ChangeColumns { get; set; }

    private BulkJob Job => View.Job;

    private IReadOnlyList<string> Unread => RowJson.ReadMap(Job.Map).Unread;

    private string ButtonText
    {
        get
        {
            var rows = IndianFormat.Number(Job.Open);
            if (Sure) return Texts["BookSure", rows];
            return Job.Bad == 0 ? Texts["BookAll", rows] : Texts["BookGood", rows];
        }
    }
}

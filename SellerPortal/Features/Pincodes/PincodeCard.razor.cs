using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SellerPortal.Features.Pincodes;

/// <summary>What is known about one pincode, and its offices.</summary>
public sealed partial class PincodeCard
{
    [Parameter, EditorRequired]
    public required PincodeView View { get; set; }

    private string BookAt
    {
        get
        {
            if (View.Bookable.Count > 0) return string.Join(", ", View.Bookable.Select(office => office.Name));
            if (View.BookingOffice is not { } nearest) return Texts["Unknown"];
            var kilometres = Math.Max(1, Math.Round(nearest.Kilometres)).ToString("N0", CultureInfo.InvariantCulture);
            return Texts["BookAtOther", nearest.Office.Name, nearest.Office.Pincode, Texts["Kilometres", kilometres].Value];
        }
    }
}

using Microsoft.AspNetCore.Components;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Platform;

namespace SellerPortal.Features.Home;

/// <summary>The front door: what the portal does, and its three open tools as plain forms.</summary>
public sealed partial class HomePage
{
    private static readonly (int Number, string TitleKey, string TextKey)[] Steps =
    [
        (1, "Step1Title", "Step1Text"),
        (2, "Step2Title", "Step2Text"),
        (3, "Step3Title", "Step3Text"),
        (4, "Step4Title", "Step4Text"),
    ];

    [Inject]
    public required Snapshot<PincodeDirectory> Directory { get; set; }

    private string? Counts => Directory.IsLoaded
        ? Texts["Counts", IndianFormat.Number(Directory.Value.PincodeCount), IndianFormat.Number(Directory.Value.OfficeCount)].Value
        : null;
}

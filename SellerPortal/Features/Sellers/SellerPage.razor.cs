using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerPortal.Domain;
using SellerPortal.Domain.Sellers;
using SellerPortal.Platform.Errors;
using SellerPortal.Platform.Security;

namespace SellerPortal.Features.Sellers;

/// <summary>One seller for an admin, who decides.</summary>
public sealed partial class SellerPage
{
    [Parameter]
    public Guid Id { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private ReadSeller Read { get; set; } = null!;

    [Inject]
    private ILogger<SellerPage> Log { get; set; } = null!;

    private Seller? Seller { get; set; }

    private bool Loaded { get; set; }

    private bool Failed { get; set; }

    /// <summary>What was just decided, or why it was not.</summary>
    private string? Notice { get; set; }

    private bool NoticeIsFault { get; set; }

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => Loaded && Seller?.Id.Value == Id ? Task.CompletedTask : LoadAsync();

    private static IEnumerable<string> AddressLines(Seller seller)
    {
        var address = seller.PickupAddress;
        string?[] lines = [address.Name, address.Company, address.Line1, address.Line2, address.Line3, $"{address.City} {address.Pincode}", address.State];
        return lines.OfType<string>().Where(line => line.Length > 0);
    }

    private async Task LoadAsync()
    {
        Failed = false;
        try
        {
            Seller = await Read.ExecuteAsync((await Authentication).User.ToActor(), new SellerId(Id), Leaving);
            Loaded = true;
        }
        catch (Exception fault) when (fault.IsOfDatabase())
        {
            Log.LogError(fault, "A seller could not be read.");
            Failed = true;
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The admin left before the answer came.
        }
    }

    private async Task ShowAsync(DecisionResult result)
    {
        NoticeIsFault = result.Outcome != DecisionOutcome.Done;
        if (result.Seller is not null) Seller = result.Seller;
        else await LoadAsync();
        Notice = result.Outcome == DecisionOutcome.Done
            ? Texts[$"Decided{Seller?.Status}"]
            : Texts[$"Outcome{result.Outcome}"];
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerPortal.Components.Faults;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Tariffs;
using SellerPortal.Resources;

namespace SellerPortal.Features.Booking;

/// <summary>A part of the booking page: shows the form and tells the page of every change.</summary>
public abstract class BookingPanel : PortalComponent
{
    [Parameter, EditorRequired]
    public required BookingForm Form { get; set; }

    [Parameter]
    public EventCallback Changed { get; set; }

    [Inject]
    protected IStringLocalizer<BookingTexts> Texts { get; init; } = null!;

    /// <summary>The id of a field's input; an error summary links to it.</summary>
    public static string IdOf(BookingField field) => $"book-{field}";

    /// <summary>The text of the fault at a field, or null.</summary>
    protected string? Fault(BookingField field) => Form.FaultAt(field) is { } fault ? BookingFaultWords.Of(fault) : null;

    protected static string ProductName(ProductCode product) => PostWords.Product(product);

    /// <summary>Works the form out anew after a change and tells the page.</summary>
    protected Task SetAsync(Action change)
    {
        change();
        Form.Refresh();
        return Changed.InvokeAsync();
    }
}

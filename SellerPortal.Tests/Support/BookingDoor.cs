using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SellerPortal.Domain;
using SellerPortal.Domain.Access;
using SellerPortal.Domain.Booking;
using SellerPortal.Features.Booking;

[assembly: HostingStartup(typeof(SellerPortal.Tests.Support.BookingDoor))]

namespace SellerPortal.Tests.Support;

/// <summary>
/// A door into a portal that runs as a process of its own: it takes a booking over HTTP and gives it to the portal's own
/// use case. The portal opens it only when its environment names this assembly, which only a test does.
/// </summary>
public sealed class BookingDoor : IHostingStartup, IStartupFilter
{
    /// <summary>Where bookings are posted to.</summary>
    public const string Url = "/test/bookings";

    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    /// <inheritdoc/>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Url, door => door.Run(BookAsync));
        next(app);
    };

    private static async Task BookAsync(HttpContext context)
    {
        var order = await context.Request.ReadFromJsonAsync<Order>(context.RequestAborted);
        var actor = TestSellers.ActorOf(new SellerId(order!.Seller));
        var booking = context.RequestServices.GetRequiredService<BookShipment>();
        var answer = await booking.ExecuteAsync(actor, order.Input, context.RequestAborted) switch
        {
            BookingResult.Booked booked => new Answer(booked.Shipment.Id.Value, booked.Shipment.Article, booked.Again, PricePaise: null),
            BookingResult.PriceChanged changed => new Answer(Id: null, Article: null, Again: false, changed.Offer.Total.Paise),
            var other => throw new InvalidOperationException($"The booking ended as {other}."),
        };
        await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
    }

    /// <summary>A booking for a seller.</summary>
    public sealed record Order(Guid Seller, BookShipmentInput Input);

    /// <summary>The shipment booked, or the price that the booking must expect.</summary>
    public sealed record Answer(Guid? Id, string? Article, bool Again, long? PricePaise);
}

using Microsoft.Extensions.Options;
using SellerPortal.Data;
using SellerPortal.Data.Pickups;
using SellerPortal.Domain.Values;
using SellerPortal.Domain;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Features.Pickups;

/// <summary>What a post office can say about a pickup at this moment: who comes, and when there is room.</summary>
public sealed class PickupDesk(
    Snapshot<PincodeDirectory> directory,
    IOptions<PostalHolidays> holidays,
    IOptions<PickupRules> rules,
    TimeProvider time)
{
    public PickupRules Rules => rules.Value;

    /// <summary>Today in India.</summary>
    public DateOnly Today => IndianTime.DayOf(time.GetUtcNow());

    /// <summary>The office whose agent comes to a pincode; null when the directory does not hold it.</summary>
    public BookingOffice? OfficeFor(Pincode pincode) => directory.Value.BookingOfficeFor(pincode);

    /// <summary>The named holiday of a day, if there is one.</summary>
    public PostalHoliday? HolidayOn(DateOnly day) => holidays.Value.On(day);

    /// <summary>The slots of an office.</summary>
    public async Task<PickupPlan> PlanAsync(PortalDbContext database, SlotOffice office, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var taken = await database.TakenPickupPlacesAsync(office, IndianTime.DayOf(now), token);
        return new PickupPlan(holidays.Value.ToCalendar(), Rules, taken, now);
    }
}

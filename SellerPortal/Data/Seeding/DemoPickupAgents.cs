using Microsoft.EntityFrameworkCore;
using SellerPortal.Data.Start;
using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;

namespace SellerPortal.Data.Seeding;

/// <summary>Pickup agents to try the portal with, in Development only or where Pickups:DemoAgents is true.</summary>
internal sealed class DemoPickupAgents(IConfiguration configuration, IHostEnvironment environment, TimeProvider time) : IDataSeed
{
    private static readonly (int Pincode, string Name, string Mobile)[] Agents =
    [
        (482001, "Ramesh Kori", "9826010101"),
        (482001, "Sunita Thakur", "9826010102"),
        (482001, "अनिल पटेल", "9826010103"),
        (492001, "Deepak Sahu", "9826010201"),
        (492001, "Kavita Verma", "9826010202"),
        (110001, "Harpreet Singh", "9810010301"),
    ];

    public int Order => 500;

    public async Task SeedAsync(PortalDbContext database, CancellationToken token)
    {
        if (!configuration.GetValue("Pickups:DemoAgents", environment.IsDevelopment())) return;
        if (await database.PickupAgents.AnyAsync(token)) return;
        var now = time.GetUtcNow();
        foreach (var (number, name, mobile) in Agents)
        {
            var pincode = Pincode.FromNumber(number);

            // The first bookable one in the order of the directory, as pickups find it.
            var office = await database.PostOffices
                .Where(office => office.Pincode == pincode && office.Delivers && office.Type != PostOfficeType.Branch)
                .OrderBy(office => office.Id).Select(office => office.Name).FirstOrDefaultAsync(token);
            if (office is null || !MobileNumber.TryParse(mobile, out var parsed)) continue;
            database.PickupAgents.Add(PickupAgent.Add(Guid.CreateVersion7(now), new AgentFacts(office, pincode, name, parsed), by: null, now));
        }

        await database.SaveChangesAsync(token);
    }
}

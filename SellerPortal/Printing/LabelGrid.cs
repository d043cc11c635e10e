using SellerPortal.Domain.Labels;

namespace SellerPortal.Printing;

/// <summary>A rectangle on a label, in hundredths of a millimetre from its top left corner.</summary>
internal readonly record struct Box(int X, int Y, int Width, int Height)
{
    public int Right => X + Width;

    public int Bottom => Y + Height;

    public Box Inset(int horizontal, int vertical) => new(X + horizontal, Y + vertical, Width - (2 * horizontal), Height - (2 * vertical));

    /// <summary>One of several equal columns.</summary>
    public Box Column(int index, int count) => new(X + (Width * index / count), Y, (Width * (index + 1) / count) - (Width * index / count), Height);
}

/// <summary>
/// Where everything stands on a label. From top to bottom: heading and GeM mark, barcode, contract strip, addressee
/// with the PIN in boxes, three rows of facts, sender. Only the two addresses share what height is left.
/// </summary>
internal sealed class LabelGrid
{
    /// <summary>Dots of a 203-dpi printer in a module of the barcode: 0.375 mm.</summary>
    public const int DotsPerModule = 3;

    /// <summary>The thickness of rules.</summary>
    public const int Rule = 25;

    /// <summary>Modules of an article number, and what they measure.</summary>
    private const int BarcodeWidth = 156 * DotsPerModule * 2540 / 203;
    private const int QuietZone = 10 * DotsPerModule * 2540 / 203;

    public LabelGrid(LabelFormat format)
    {
        var (width, height) = format.Label();
        Width = width;
        Height = height;
        Small = width < 9_000;
        var margin = Small ? 250 : 400;
        Frame = new Box(margin, margin, width - (2 * margin), height - (2 * margin));

        var y = Frame.Y;
        Heading = Take(Small ? 900 : 1_250);
        var gem = Frame.Width * (Small ? 38 : 34) / 100;
        Gem = new Box(Frame.Right - gem, Heading.Y, gem, Heading.Height);
        Heading = Heading with { Width = Frame.Width - gem };

        var barcode = Take(Small ? 1_900 : 2_500);
        var bars = Small ? 1_300 : 1_600;
        var left = Small ? (width - BarcodeWidth) / 2 : Frame.X + QuietZone + 50;
        Bars = new Box(left, barcode.Y + (Small ? 130 : 230), BarcodeWidth, bars);
        Number = new Box(left, Bars.Bottom, BarcodeWidth, barcode.Bottom - Bars.Bottom);
        if (Small)
        {
            Account = Take(360);
        }
        else
        {
            var right = Bars.Right + QuietZone + 30;
            Account = new Box(right, barcode.Y, Frame.Right - right, barcode.Height);
        }

        var row = Small ? 620 : 880;
        var rest = Frame.Bottom - y - (3 * row);
        Addressee = Take(rest * (Small ? 64 : 66) / 100);
        var pinHeight = Small ? 900 : 1_250;
        AddresseeText = Addressee with { Height = Addressee.Height - pinHeight };
        var digit = Small ? 560 : 880;
        Pin = new Box(Frame.X + Padding, Addressee.Bottom - pinHeight + 50, digit * 6, pinHeight - (Small ? 150 : 200));
        var beside = Pin.Right + (2 * Padding);
        DeliveryOffice = new Box(beside, Pin.Y, Frame.Right - beside - Padding, Pin.Height);
        Facts = [Take(row), Take(row), Take(row)];
        Sender = new Box(Frame.X, y, Frame.Width, Frame.Bottom - y);

        Box Take(int taken)
        {
            var box = new Box(Frame.X, y, Frame.Width, taken);
            y += taken;
            return box;
        }
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>True for A7, where captions shrink and the account moves below the barcode.</summary>
    public bool Small { get; }

    /// <summary>White between a rule and text.</summary>
    public int Padding => Small ? 100 : 150;

    /// <summary>The font size of captions.</summary>
    public int CaptionSize => Small ? 155 : 195;

    /// <summary>The greatest font size of a fact.</summary>
    public int FactSize => Small ? 235 : 310;

    /// <summary>The greatest font size of the addressee; the sender's is smaller.</summary>
    public int AddressSize => Small ? 330 : 440;

    public Box Frame { get; }

    /// <summary>The product.</summary>
    public Box Heading { get; }

    public Box Gem { get; }

    public Box Bars { get; }

    /// <summary>The article number below the bars.</summary>
    public Box Number { get; }

    /// <summary>Customer id and contract.</summary>
    public Box Account { get; }

    public Box Addressee { get; }

    /// <summary>The addressee without the row of the PIN.</summary>
    public Box AddresseeText { get; }

    /// <summary>Six boxes for the digits.</summary>
    public Box Pin { get; }

    public Box DeliveryOffice { get; }

    /// <summary>Three rows of the table of facts.</summary>
    public IReadOnlyList<Box> Facts { get; }

    public Box Sender { get; }
}

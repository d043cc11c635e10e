using System.Net;
using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SellerPortal.Tests.Components;

/// <summary>
/// Finds texts that were written into markup instead of the resources. It reads the compiled components, where every
/// literal is an argument of the render tree, so that no Razor has to be understood.
/// </summary>
internal static partial class MarkupRules
{
    private static readonly HashSet<string> ReadAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "aria-label", "aria-description", "aria-roledescription", "placeholder", "title", "alt", "label", "text", "helpertext", "hint", "errortext",
        "requirederror", "nodatatext", "tooltip", "caption",
    };

    /// <summary>The offending literals of all components in an assembly.</summary>
    /// <param name="assembly">The file of the assembly.</param>
    /// <param name="allowed">Literals that may stand in markup.</param>
    /// <param name="within">The namespace that the component is in.</param>
    public static IReadOnlyList<string> TextsInMarkup(string assembly, IReadOnlySet<string> allowed, string within)
    {
        using var module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. from type in module.GetTypes()
               where type.FullName.StartsWith(within, StringComparison.Ordinal)
               from method in type.Methods
               where method.HasBody
               from text in LiteralsOf(method)
               where text.Any(char.IsLetter) && !allowed.Contains(text)
               select $"{type.FullName}: {text}",
        ];
    }

    private static IEnumerable<string> LiteralsOf(MethodDefinition method)
    {
        foreach (var instruction in method.Body.Instructions)
        {
            if (instruction.Operand is not MethodReference { DeclaringType.Name: "RenderTreeBuilder" } call) continue;
            var value = Before(instruction);
            if (value?.Operand is not string literal) continue;
            switch (call.Name)
            {
                case "AddMarkupContent":
                    foreach (var text in TextsOfHtml(literal)) yield return text;
                    break;
                case "AddContent":
                    yield return literal.Trim();
                    break;
                case "AddAttribute" or "AddComponentParameter" when Before(value)?.Operand is string name && ReadAttributes.Contains(name):
                    yield return literal.Trim();
                    break;
            }
        }
    }

    /// <summary>The instruction that made the argument, past the checks that Razor puts around it.</summary>
    private static Instruction? Before(Instruction instruction)
    {
        var before = instruction.Previous;
        while (before is not null && (before.OpCode == OpCodes.Nop || before.Operand is MethodReference { Name: "TypeCheck" })) before = before.Previous;
        return before;
    }

    private static IEnumerable<string> TextsOfHtml(string html)
    {
        var visible = Unread().Replace(html, "");
        foreach (Match attribute in Attribute().Matches(visible))
        {
            if (ReadAttributes.Contains(attribute.Groups["name"].Value)) yield return WebUtility.HtmlDecode(attribute.Groups["value"].Value).Trim();
        }

        foreach (var text in Tag().Split(visible)) yield return WebUtility.HtmlDecode(text).Trim();
    }

    [GeneratedRegex("<(?<element>style|script)[^>]*>.*?</\\k<element>>|<!--.*?-->|<!DOCTYPE[^>]*>", RegexOptions.Singleline, 1000)]
    private static partial Regex Unread();

    [GeneratedRegex(@"(?<name>[\w-]+)\s*=\s*""(?<value>[^""]*)""", RegexOptions.None, 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();
}

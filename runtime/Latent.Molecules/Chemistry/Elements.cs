using System.Collections.Frozen;

namespace Latent.Molecules;

/// <summary>The elements by atomic number, and their valences.</summary>
internal static class Elements
{
    public const int Any = 0;
    public const int Hydrogen = 1;
    public const int Carbon = 6;
    public const int Nitrogen = 7;
    public const int Oxygen = 8;
    public const int Phosphorus = 15;

    private const string Names =
        "* H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr " +
        "Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu " +
        "Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr " +
        "Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og";

    private static readonly string[] Symbols = Names.Split(' ');
    private static readonly FrozenDictionary<string, int> Numbers =
        Symbols.Index().ToFrozenDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);

    // Elements without an entry, most metals and noble gases, take any number of bonds.
    private static readonly FrozenDictionary<string, int[]> Valences = new Dictionary<string, int[]>
    {
        ["H"] = [1],
        ["Li"] = [1],
        ["B"] = [3],
        ["C"] = [4],
        ["N"] = [3],
        ["O"] = [2],
        ["F"] = [1],
        ["Na"] = [1],
        ["Al"] = [3, 6],
        ["Be"] = [2],
        ["Si"] = [4, 6],
        ["P"] = [3, 5, 7],
        ["S"] = [2, 4, 6],
        ["Cl"] = [1],
        ["K"] = [1],
        ["Ga"] = [3],
        ["Ge"] = [4],
        ["As"] = [3, 5, 7],
        ["Se"] = [2, 4, 6],
        ["Br"] = [1],
        ["Rb"] = [1],
        ["In"] = [3],
        ["Sn"] = [2, 4],
        ["Sb"] = [3, 5, 7],
        ["Te"] = [2, 4, 6],
        ["I"] = [1, 3, 5],
        ["Xe"] = [2, 4, 6],
        ["Cs"] = [1],
        ["Tl"] = [3],
        ["Pb"] = [2, 4],
        ["Bi"] = [3, 5, 7],
        ["Po"] = [2, 4, 6],
        ["At"] = [1, 3, 5],
        ["Fr"] = [1],
    }.ToFrozenDictionary();

    private static readonly int[][] ValencesByNumber = [.. Symbols.Select(symbol => Valences.GetValueOrDefault(symbol, []))];

    // Elements left of carbon donate electrons, so a positive charge leaves them with fewer bonds, not with more.
    private static readonly FrozenSet<string> Donors =
        new[] { "Li", "Be", "B", "Na", "Al", "K", "Ga", "Ge", "Rb", "In", "Sn", "Sb", "Cs", "Tl", "Pb", "Bi", "Fr" }.ToFrozenSet();

    private static readonly FrozenSet<string> FirstGroups =
        new[] { "H", "Li", "Be", "B", "Na", "Al", "K", "Ga", "Rb", "In", "Cs", "Tl", "Fr" }.ToFrozenSet();

    /// <summary>Returns the symbol of an atomic number.</summary>
    public static string SymbolOf(int number) => Symbols[number];

    /// <summary>The maximum atomic number.</summary>
    public static int Last => Symbols.Length - 1;

    /// <summary>Returns the atomic number of a capitalized symbol; null if no element has it.</summary>
    public static int? NumberOf(string symbol) => Numbers.TryGetValue(symbol, out var number) ? number : null;

    /// <summary>
    /// Returns the valences of an element in ascending order, starting with the default; empty if it takes any number of bonds.
    /// </summary>
    public static ReadOnlySpan<int> ValencesOf(int number) => ValencesByNumber[number];

    /// <summary>Returns whether an element has fewer than four valence electrons.</summary>
    public static bool IsGroupOneToThree(int number) => FirstGroups.Contains(Symbols[number]);

    /// <summary>Returns the number of bonds by which a charge raises the valence of an element.</summary>
    public static int BondsByCharge(int number, int charge) => number switch
    {
        Carbon => -Math.Abs(charge),
        _ when Donors.Contains(Symbols[number]) => -charge,
        _ => charge,
    };
}

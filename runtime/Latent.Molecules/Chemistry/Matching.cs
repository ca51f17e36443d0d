namespace Latent.Molecules;

/// <summary>
/// Pairs neighbours in a graph, so that every vertex that has to be in a pair is in one (the blossom algorithm, Edmonds
/// 1965). Vertices that need no partner may be used as partners, and given up again.
/// </summary>
internal sealed class Matching
{
    private const int None = -1;

    private readonly List<int>[] neighbours;
    private readonly bool[] isNeedy;
    private readonly int[] partner;
    private readonly int[] parent;
    private readonly int[] root;
    private readonly bool[] isOuter;

    private Matching(List<int>[] neighbours, bool[] isNeedy)
    {
        (this.neighbours, this.isNeedy) = (neighbours, isNeedy);
        (partner, parent, root) = (new int[isNeedy.Length], new int[isNeedy.Length], new int[isNeedy.Length]);
        isOuter = new bool[isNeedy.Length];
        Array.Fill(partner, None);
    }

    /// <summary>The first vertex that has to be in a pair and cannot be; null where all are.</summary>
    /// <param name="neighbours">The possible partners of each vertex.</param>
    /// <param name="isNeedy">Which vertices have to be in a pair.</param>
    public static int? FirstAlone(List<int>[] neighbours, bool[] isNeedy)
    {
        var matching = new Matching(neighbours, isNeedy);
        for (var vertex = 0; vertex < isNeedy.Length; vertex++)
        {
            if (isNeedy[vertex] && matching.partner[vertex] == None && !matching.FindPartner(vertex))
                return vertex;
        }
        return null;
    }

    private bool FindPartner(int start)
    {
        Array.Fill(parent, None);
        Array.Clear(isOuter);
        for (var vertex = 0; vertex < root.Length; vertex++)
            root[vertex] = vertex;
        isOuter[start] = true;
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var vertex))
        {
            if (vertex != start && !isNeedy[vertex])
            {
                GiveUp(vertex);
                return true;
            }
            foreach (var next in neighbours[vertex])
            {
                if (root[vertex] == root[next] || partner[vertex] == next)
                    continue;
                if (next == start || (partner[next] != None && parent[partner[next]] != None))
                    Contract(vertex, next, queue);
                else if (parent[next] == None && Reach(vertex, next, queue))
                    return true;
            }
        }
        return false;
    }

    // Grows the tree by a vertex and its partner; done where the vertex is free.
    private bool Reach(int vertex, int next, Queue<int> queue)
    {
        parent[next] = vertex;
        var behind = partner[next];
        if (behind == None)
        {
            Flip(next);
            return true;
        }
        isOuter[behind] = true;
        queue.Enqueue(behind);
        return false;
    }

    // The start takes the place of a vertex that can do without a partner.
    private void GiveUp(int vertex)
    {
        var mate = partner[vertex];
        partner[vertex] = None;
        Flip(mate);
    }

    private void Flip(int vertex)
    {
        while (vertex != None)
        {
            var before = parent[vertex];
            var next = partner[before];
            (partner[vertex], partner[before]) = (before, vertex);
            vertex = next;
        }
    }

    private void Contract(int first, int second, Queue<int> queue)
    {
        var top = CommonRoot(first, second);
        var inBlossom = new bool[root.Length];
        Mark(first, top, second, inBlossom);
        Mark(second, top, first, inBlossom);
        for (var vertex = 0; vertex < root.Length; vertex++)
        {
            if (!inBlossom[root[vertex]])
                continue;
            root[vertex] = top;
            if (!isOuter[vertex])
            {
                isOuter[vertex] = true;
                queue.Enqueue(vertex);
            }
        }
    }

    private int CommonRoot(int first, int second)
    {
        var seen = new bool[root.Length];
        for (var vertex = root[first]; ; vertex = root[parent[partner[vertex]]])
        {
            seen[vertex] = true;
            if (partner[vertex] == None)
                break;
        }
        var other = root[second];
        while (!seen[other])
            other = root[parent[partner[other]]];
        return other;
    }

    private void Mark(int vertex, int top, int child, bool[] inBlossom)
    {
        while (root[vertex] != top)
        {
            inBlossom[root[vertex]] = inBlossom[root[partner[vertex]]] = true;
            parent[vertex] = child;
            child = partner[vertex];
            vertex = parent[partner[vertex]];
        }
    }
}

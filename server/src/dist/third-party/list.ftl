<#-- Writes the head of THIRD-PARTY.txt: what is shipped, and under which licence. -->
THIRD-PARTY SOFTWARE IN ESP32 SOCKETS

ESP32 Sockets itself is under the MIT licence (file LICENSE). It contains:

<#list dependencyMap as entry>
<#assign part = entry.getKey()/>
* ${part.name} ${part.version} (${part.groupId}:${part.artifactId}): <#list entry.getValue() as licence>${licence}<#sep>, </#list>
</#list>

tomlj contains a copy of the ANTLR 4 runtime under another package name: BSD-3-Clause.

The texts of these licences follow.
